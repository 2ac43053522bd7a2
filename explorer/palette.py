"""The colours of charts. What people are to tell apart differs in lightness, too."""
from __future__ import annotations

INK = "#1f2933"
FAINT = "#6b7480"
RULE = "#e3ded2"
LAND = "#c9c1ae"
SEA = "#f6f8fa"
ACCENT = "#1f4e79"
STATUS = {"held": "#1f4e79", "planned": "#d08a1d", "cancelled": "#8a8f98", "denied": "#b23a48"}
COUNTRIES = ("#1f4e79", "#b23a48", "#2f7d5b", "#d08a1d", "#6c4a9c", "#3a8fb7", "#8c5a2b", "#c2578f")
OTHERS = "#8a8f98"
FONT = "Source Sans"
