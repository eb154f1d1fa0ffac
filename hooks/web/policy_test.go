package web

import (
	"strings"
	"testing"
)

func TestThePolicyNamesTheImportMapByItsHash(t *testing.T) {
	const page = `<script type="importmap">{"imports":{}}</script><script type="module" src="/app/main.js"></script>`
	got := policy([]byte(page), "")
	// printf '{"imports":{}}' | openssl dgst -sha256 -binary | base64
	const want = "script-src 'self' 'sha256-URrTy+Il/Nz0lHojVUx275hWqAWhkSF0VsHbUM4/6Hw=';"
	if !strings.Contains(got, want) {
		t.Errorf("the policy is %s\nwant %s", got, want)
	}
	if strings.Contains(got, "unsafe") {
		t.Errorf("the policy lets something unsafe in: %s", got)
	}
}

func TestAnETagMatchesWhateverAProxyDidToIt(t *testing.T) {
	for header, want := range map[string]bool{
		`"abc"`: true, `W/"abc"`: true, `"x", "abc"`: true, `*`: true, ``: false, `"abcd"`: false,
	} {
		if got := matches(header, `"abc"`); got != want {
			t.Errorf("If-None-Match: %s matches %t", header, got)
		}
	}
}
