package news_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mdesa/hooks/apptest"
)

// turned is a JPEG of a size whose Exif says that it lies on its side, with a
// position.
func (v village) turned(width, height int) []byte {
	exif := apptest.PhotoWithPosition(binary.LittleEndian, "II*\x00")[6:] // after SOI, marker and length
	exif = bytes.TrimSuffix(exif, []byte("the picture itself"))
	segment := binary.BigEndian.AppendUint16([]byte("\xff\xd8\xff\xe1"), uint16(len(exif)+2))
	return append(append(segment, exif...), v.photo(width, height)[2:]...)
}

func TestPhotosAreSmallUprightAndSayNothingOfWhere(t *testing.T) {
	v := start(t)
	answer := v.Do("POST", postsPath, apptest.Form{
		Fields: map[string]string{"kind": "news", "title": "Foto", "text": "Isi berita", "state": "published", "photo_alts": `["Warga di balai","Anak-anak menari"]`},
		Files:  []apptest.File{{Field: "photos", Name: "a.jpg", Body: v.turned(2400, 1600)}, {Field: "photos", Name: "b.jpg", Body: v.photo(640, 480)}},
	}, v.Officer).Want(200).JSON()
	id := answer["id"].(string)
	post := v.found("posts", id)
	names := post.GetStringSlice("photos")
	content, err := os.ReadFile(filepath.Join(v.DataDir(), "storage", post.BaseFilesPath(), names[0]))
	v.must(err)
	if bytes.Contains(content, []byte("Exif")) {
		t.Error("the Exif block is still there")
	}
	config, err := jpeg.DecodeConfig(bytes.NewReader(content))
	if err != nil || config.Width != 1066 || config.Height != 1600 {
		t.Errorf("%d × %d, %v", config.Width, config.Height, err)
	}
	photos := v.Do("GET", "/api/open/news/foto", nil, apptest.Guest).Want(200).JSON()["photos"].([]any)
	second := photos[1].(map[string]any)
	if second["width"] != 640.0 || second["height"] != 480.0 || second["alt"] != "Anak-anak menari" {
		t.Errorf("the second is %v", second)
	}
	v.Do("GET", second["url"].(string)+"?thumb=320x240", nil, apptest.Guest).Want(200)
	// One is taken away: the other keeps its words and size.
	v.Do("PATCH", postsPath+"/"+id, map[string]any{"photos": []string{names[1]}, "photo_alts": []string{"Anak-anak menari"}}, v.Officer).Want(200)
	photos = v.Do("GET", "/api/open/news/foto", nil, apptest.Guest).Want(200).JSON()["photos"].([]any)
	if len(photos) != 1 || photos[0].(map[string]any)["width"] != 640.0 {
		t.Errorf("left are %v", photos)
	}
}

func TestPhotosNeedWordsAndHaveToBePhotos(t *testing.T) {
	v := start(t)
	try := func(alts string, body []byte) *apptest.Response {
		return v.Do("POST", postsPath, apptest.Form{
			Fields: map[string]string{"kind": "news", "title": "Foto", "text": "Isi", "state": "draft", "photo_alts": alts},
			Files:  []apptest.File{{Field: "photos", Name: "a.jpg", Body: body}},
		}, v.Officer)
	}
	for _, alts := range []string{"", "[]", `[""]`, `["foto"]`, `"bukan daftar"`} {
		if got := try(alts, v.photo(10, 10)); got.FieldKey("photo_alts") != "news.no_alt" {
			t.Errorf("alts %s: %d %s", alts, got.Status, got.Body)
		}
	}
	for name, body := range map[string][]byte{
		"text": []byte("bukan foto"), "svg": []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), "cut off": v.photo(64, 64)[:80],
	} {
		if got := try(`["Warga di balai"]`, body); got.Status != 400 {
			t.Errorf("%s: %d", name, got.Status)
		}
	}
	// A few bytes that claim to be a picture of 65,000 × 65,000.
	bomb := v.photo(10, 10)
	at := bytes.Index(bomb, []byte{0xff, 0xc0})
	binary.BigEndian.PutUint16(bomb[at+5:], 65000)
	binary.BigEndian.PutUint16(bomb[at+7:], 65000)
	var still bytes.Buffer
	v.must(png.Encode(&still, image.NewGray(image.Rect(0, 0, 8, 8))))
	control := []byte("\x00\x00\x00\x08acTL\x00\x00\x00\x02\x00\x00\x00\x00")
	control = binary.BigEndian.AppendUint32(control, crc32.ChecksumIEEE(control[4:]))
	header := 8 + 25 // the signature and IHDR
	moving := slices.Concat(still.Bytes()[:header], control, still.Bytes()[header:])
	for name, c := range map[string]struct {
		body []byte
		want string
	}{"bomb": {bomb, "news.many_pixels"}, "animated PNG": {moving, "news.moving"}, "GIF": {[]byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), "news.moving"},
		"WebP": {[]byte("RIFF\x1a\x00\x00\x00WEBPVP8L"), "news.picture"}, "half a photo": {v.photo(64, 64)[:500], "news.picture"}, "nothing": {[]byte{}, "news.picture"}} {
		if got := try(`["Warga di balai"]`, c.body); got.FieldKey("photos") != c.want {
			t.Errorf("%s: %d %s", name, got.Status, got.Body)
		}
	}
	if got := try(`["Warga di balai"]`, still.Bytes()).Want(200).JSON()["photos"].([]any)[0].(string); !strings.HasPrefix(got, "foto_") || !strings.HasSuffix(got, ".png") {
		t.Errorf("kept as %s", got)
	}
}
