"""The pages: what people see, and the shell around it. Asks queries, calls actions, keeps no record of its own."""
