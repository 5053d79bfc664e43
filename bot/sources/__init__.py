"""Where documents come from: web sites, feeds and folders, reached politely and trusted in nothing."""
