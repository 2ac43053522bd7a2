"""Inputs that are broken, built to do harm or not what they seem, and the good files that they are made from."""
