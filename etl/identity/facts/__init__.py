"""What the resolution of meetings and of agreements has in common: parties, words, clusters and ids."""
