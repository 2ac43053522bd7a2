"""Find, over many documents, which accounts speak of one person."""
