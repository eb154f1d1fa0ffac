// Package pages holds the residents' page and the staff desk as they are served.
package pages

import "embed"

// Files are named one by one or by folder: what is not named here is not served.
//
//go:embed *.html *.js *.webmanifest app css icons pages ui vendor
var Files embed.FS
