"""From bytes to a text with its layout: one small module a format."""
