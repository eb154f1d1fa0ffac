package news

import (
	"bytes"
	"image"
	_ "image/jpeg" // the two kinds that are taken in
	_ "image/png"
	"strings"
	"sync"

	"github.com/disintegration/imaging"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"
	"github.com/pocketbase/pocketbase/tools/security"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errPicture = fault.New(fault.Invalid, "news.picture",
		"Foto harus JPEG atau PNG, paling besar 10 MB, dan dapat dibuka. Coba ambil ulang fotonya.",
		"A photo has to be a JPEG or PNG of at most 10 MB that can be opened. Try taking it again.")
	errManyPixels = fault.New(fault.Invalid, "news.many_pixels",
		"Foto ini lebih dari 30 juta piksel. Perkecil dulu, misalnya menjadi 4000 × 3000, lalu unggah lagi.",
		"This photo has more than 30 million pixels. Make it smaller first, such as 4000 × 3000, and upload it again.")
	errMoving = fault.New(fault.Invalid, "news.moving",
		"Gambar bergerak tidak dapat ditayangkan. Pilih satu foto diam, JPEG atau PNG.",
		"Moving pictures cannot be shown. Choose one still photo, JPEG or PNG.")
	errNoAlt = fault.New(fault.Invalid, "news.no_alt",
		"Tulis apa yang terlihat pada setiap foto, untuk warga yang tidak dapat melihatnya. Contoh: \"Warga membersihkan selokan di depan balai banjar\".",
		"Say what each photo shows, for people who cannot see it. For example: \"Residents clean the ditch in front of the hall\".")
)

const (
	longestSide    = 1600 // pixels
	largestPicture = 10 << 20
	// mostPixels is what may be opened: a small file can unfold to gigabytes.
	mostPixels  = 30_000_000
	jpegQuality = 85
	shortestAlt = 5 // letters
)

// oneAtATime: an opened photo takes 120 MB of memory.
var oneAtATime sync.Mutex

// takePictures brings the new files of a field to at most longestSide, upright,
// and without anything but the picture: where and when it was taken, with what,
// and what the file was called are gone. It gives the size of each by its name.
func takePictures(record *core.Record, field string) (sizes map[string][2]int, wrong *fault.Fault) {
	sizes = map[string][2]int{}
	for _, file := range record.GetUnsavedFiles(field) {
		content, err := web.ReadUpload(file, largestPicture)
		if err != nil {
			return nil, errPicture.Because(err)
		}
		content, kind, size, wrong := fit(content)
		if wrong != nil {
			return nil, wrong
		}
		// A scan may be called after whom it shows.
		file.Name = "foto_" + security.PseudorandomString(10) + map[string]string{"jpeg": ".jpg", "png": ".png"}[kind]
		file.Reader, file.Size = &filesystem.BytesReader{Bytes: content}, int64(len(content))
		sizes[file.Name] = size
	}
	return sizes, nil
}

func fit(content []byte) (smaller []byte, kind string, size [2]int, wrong *fault.Fault) {
	oneAtATime.Lock()
	defer oneAtATime.Unlock()
	config, kind, err := image.DecodeConfig(bytes.NewReader(content))
	switch {
	case bytes.HasPrefix(content, []byte("GIF8")), kind == "png" && moves(content):
		return nil, kind, size, errMoving
	case err != nil || config.Width < 1 || config.Height < 1:
		return nil, kind, size, errPicture.Because(err)
	case config.Width > mostPixels/config.Height:
		return nil, kind, size, errManyPixels
	}
	picture, err := imaging.Decode(bytes.NewReader(content), imaging.AutoOrientation(true))
	if err != nil {
		return nil, kind, size, errPicture.Because(err)
	}
	if bounds := picture.Bounds(); bounds.Dx() > longestSide || bounds.Dy() > longestSide {
		picture = imaging.Fit(picture, longestSide, longestSide, imaging.Lanczos)
	}
	format := imaging.JPEG
	if kind == "png" {
		format = imaging.PNG
	}
	var out bytes.Buffer
	if err := imaging.Encode(&out, picture, format, imaging.JPEGQuality(jpegQuality)); err != nil {
		return nil, kind, size, errPicture.Because(err)
	}
	return out.Bytes(), kind, [2]int{picture.Bounds().Dx(), picture.Bounds().Dy()}, nil
}

// moves tells an animated PNG by the chunk that has to stand before its first
// picture (PNG, third edition, 11.3.6.1).
func moves(content []byte) bool {
	head, _, _ := bytes.Cut(content, []byte("IDAT"))
	return bytes.Contains(head, []byte("acTL"))
}

// fileNames are those of all files of a field, the new ones among them, which
// GetStringSlice leaves out.
func fileNames(record *core.Record, field string) (names []string) {
	name := func(file any) {
		switch file := file.(type) {
		case *filesystem.File:
			names = append(names, file.Name)
		case string:
			if file != "" {
				names = append(names, file)
			}
		}
	}
	switch kept := record.GetRaw(field).(type) { // as core.FileField leaves it
	case []any:
		for _, file := range kept {
			name(file)
		}
	case []string:
		return kept
	default:
		name(kept)
	}
	return names
}

// described tells whether every picture has words for those who cannot see it.
func described(pictures int, alts []string) bool {
	if len(alts) < pictures {
		return false
	}
	for _, alt := range alts[:pictures] {
		if len([]rune(strings.TrimSpace(alt))) < shortestAlt {
			return false
		}
	}
	return true
}
