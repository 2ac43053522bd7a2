"""From a text to its blocks: title, headings, items, paragraphs, captions, and what it says of itself."""
