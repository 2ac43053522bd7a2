"""Meetings and agreements with all that belongs to them, for the exports that tell of them one by one."""
