"""Parts of the page Funding: what the work needs beside what there is, and what would turn that answer."""
