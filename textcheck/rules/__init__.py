"""The collection: a folder is a category, a file is a rule. Only the registry imports from here."""
