"""The answers of aidefs for those who have no terminal: pages for people, tools for assistants."""
