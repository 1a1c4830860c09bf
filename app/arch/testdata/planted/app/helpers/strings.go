package helpers // want: imports
