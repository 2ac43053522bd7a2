"""Find, over many documents, which accounts tell one agreement, and tell its history."""
