"""What a careful reader would question in a document."""
