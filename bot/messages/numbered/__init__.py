"""What stands for buttons where there are none: numbers, words, understanding what is typed. Pure."""
