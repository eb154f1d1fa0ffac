// Package pages holds the files of the residents' page and of the staff desk,
// as they are served.
package pages

import "embed"

//go:embed index.html sw.js manifest.webmanifest app css icons pages ui vendor
var Files embed.FS
