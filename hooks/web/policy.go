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
// policies.
func policy(html []byte) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self'" + inlineHashes(html),
		"style-src 'self'",
		"img-src 'self' data: blob:",
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
		"trusted-types lit-html mdesa",
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
