"""From hits to drafts: who took part, when, where, about what, as far as the document has told."""
