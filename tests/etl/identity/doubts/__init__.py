"""What is questioned when several documents are read together."""
