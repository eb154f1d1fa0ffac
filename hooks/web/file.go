package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// file is one file of the page, or an open answer, ready to be sent. The header values are slices
// made once, because http.Header.Set would make a new one for every answer.
type file struct {
	body    []byte
	etag    []string
	kind    []string // Content-Type
	caching []string
	length  []string
	policy  []string // Content-Security-Policy; nil where the browser would not read it

	compressed func() *packed
}

// packed is the gzip form of a file; nil where it would not be smaller.
type packed struct {
	body   []byte
	length []string
}

var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".json": "application/json", ".webmanifest": "application/manifest+json",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".ico": "image/x-icon",
	".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8", ".map": "application/json",
}

var (
	revalidated = []string{"no-cache"}
	immutable   = []string{"public, max-age=31536000, immutable"}
	versioned   = regexp.MustCompile(`\d+\.\d+\.\d+`)
)

// load reads all files. A vendor file whose address names its version never
// changes; everything else is asked for again, and answered by its ETag.
func load(fsys fs.FS) (map[string]*file, error) {
	files := map[string]*file{}
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || kinds[path.Ext(name)] == "" {
			return err
		}
		body, err := fs.ReadFile(fsys, name)
		files[name] = newFile(name, body)
		return err
	})
	return files, err
}

func newFile(name string, body []byte) *file {
	f := newAnswer(kinds[path.Ext(name)], body)
	if strings.HasPrefix(name, "vendor/") && versioned.MatchString(name) {
		f.caching = immutable
	}
	if path.Ext(name) == ".html" || name == "sw.js" {
		f.policy = []string{policy(body, "")}
	}
	return f
}

// newAnswer is a body of a content type that is asked for again each time, and
// sent again only when it has changed.
func newAnswer(kind string, body []byte) *file {
	sum := sha256.Sum256(body)
	f := &file{
		body:    body,
		etag:    []string{`"` + hex.EncodeToString(sum[:12]) + `"`},
		kind:    []string{kind},
		caching: revalidated,
		length:  []string{strconv.Itoa(len(body))},
	}
	f.compressed = sync.OnceValue(f.compress)
	return f
}

func (f *file) compress() *packed {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil
	}
	if _, err := w.Write(f.body); err != nil || w.Close() != nil || out.Len() >= len(f.body) {
		return nil
	}
	return &packed{body: out.Bytes(), length: []string{strconv.Itoa(out.Len())}}
}

// send answers with the file. It does what http.ServeContent does for whole
// files, without seeking and sniffing.
func (f *file) send(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h["Etag"], h["Cache-Control"], h["Vary"] = f.etag, f.caching, varyEncoding
	h["Cross-Origin-Resource-Policy"] = sameOrigin
	if f.policy != nil {
		h["Content-Security-Policy"], h["X-Frame-Options"] = f.policy, deny
	}
	if matches(r.Header.Get("If-None-Match"), f.etag[0]) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body, length := f.body, f.length
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		if p := f.compressed(); p != nil {
			h["Content-Encoding"] = gzipped
			body, length = p.body, p.length
		}
	}
	h["Content-Type"], h["Content-Length"] = f.kind, length
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // a caller who hung up is nobody's error
	}
}

// matches reads an If-None-Match header. The comparison is weak, as RFC 9110
// §13.1.2 asks, because proxies mark tags W/ when they compress.
func matches(header, etag string) bool {
	for tag := range strings.SplitSeq(header, ",") {
		tag = strings.TrimPrefix(strings.TrimSpace(tag), "W/")
		if tag == etag || tag == "*" {
			return true
		}
	}
	return false
}

var (
	varyEncoding = []string{"Accept-Encoding"}
	gzipped      = []string{"gzip"}
	sameOrigin   = []string{"same-origin"}
	deny         = []string{"DENY"}
)
