"""The score of the extraction against labelled documents, and where facts were lost."""
