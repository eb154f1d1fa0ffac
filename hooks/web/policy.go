package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"strings"
)

var inlineScript = regexp.MustCompile(`(?is)<script(\s[^>]*)?>(.*?)</script>`)

// policy is the Content-Security-Policy of a page: its own scripts and styles,
// nothing inline except what is named by its hash (the import map), and no
// string becomes markup outside lit-html's and the page's own Trusted Types
// policies. Pictures may come from tiles too, the server of the map's pictures
// that the office chose; "" is none.
//
// The policy named "default" is ui/map.js's: Leaflet asks once, when it is
// loaded, whether the browser knows SVG, by putting "<svg/>" into an element. The
// policy lets exactly that through.
func policy(html []byte, tiles string) string {
	pictures := "img-src 'self' data: blob:"
	if tiles != "" {
		pictures += " " + tiles
	}
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self'" + inlineHashes(html),
		"style-src 'self'",
		pictures,
		"connect-src 'self'",
		"font-src 'self'",
		"frame-src 'self' blob:", // a document beside its request
		"manifest-src 'self'",
		"worker-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
		"object-src 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types lit-html mdesa default",
	}, "; ")
}

// inlineHashes lists the scripts that stand in the page itself, each as
// ` 'sha256-…'`. The browser hashes the exact bytes between the tags.
func inlineHashes(html []byte) string {
	var list strings.Builder
	for _, script := range inlineScript.FindAllSubmatch(html, -1) {
		if bytes.Contains(script[1], []byte("src=")) {
			continue
		}
		sum := sha256.Sum256(script[2])
		list.WriteString(" 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'")
	}
	return list.String()
}
