"""Find, over many documents, which accounts of meetings, calls, visits and conferences tell one occasion."""
