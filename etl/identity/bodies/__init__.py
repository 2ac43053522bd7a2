"""Find, over many documents, which accounts speak of one body: an organ of a state, a party, a company, ..."""
