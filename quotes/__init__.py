"""Who said what, when, and in whose pages: quotations in news articles, with their speakers."""
