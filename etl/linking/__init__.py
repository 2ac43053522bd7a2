"""Which mentions of a document denote the same person or body."""
