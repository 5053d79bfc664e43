"""Every word that people see, in Vietnamese. Functions where a sentence has parts that change."""
