// Package pages holds the residents' page and the staff desk as they are served,
// and M-Desa's part of the admin's dashboard.
package pages

import (
	"embed"
	"io/fs"
)

// Files are named one by one or by folder: what is not named here is not served.
//
//go:embed *.html *.js *.webmanifest app css icons pages ui vendor
var Files embed.FS

//go:embed admin
var admin embed.FS

// Admin is the dashboard's extension. It is served only below /_/.
var Admin, _ = fs.Sub(admin, "admin") // fails only for a name that is no path
