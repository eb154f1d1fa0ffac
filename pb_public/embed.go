// Package pages holds the files of the residents' page and of the staff desk,
// as they are served.
package pages

import "embed"

//go:embed vendor
var Files embed.FS
