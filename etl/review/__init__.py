"""What people decide on what the machine read."""
