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

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errPicture = fault.New(fault.Invalid, "news.picture",
		"Foto harus JPEG atau PNG, paling besar 10 MB, dan dapat dibuka. Coba ambil ulang fotonya.",
		"A photo has to be a JPEG or PNG of at most 10 MB that can be opened. Try taking it again.")
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
// and without anything but the picture: where and when it was taken and with
// what is gone. It gives the size of each by its name.
func takePictures(record *core.Record, field string) (sizes map[string][2]int, err error) {
	sizes = map[string][2]int{}
	for _, file := range record.GetUnsavedFiles(field) {
		content, err := web.ReadUpload(file, largestPicture)
		if err != nil {
			return nil, errPicture.Because(err)
		}
		content, size, err := fit(content)
		if err != nil {
			return nil, errPicture.Because(err)
		}
		file.Reader, file.Size = &filesystem.BytesReader{Bytes: content}, int64(len(content))
		sizes[file.Name] = size
	}
	return sizes, nil
}

func fit(content []byte) (smaller []byte, size [2]int, err error) {
	oneAtATime.Lock()
	defer oneAtATime.Unlock()
	config, kind, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return nil, size, err
	}
	if config.Width*config.Height > mostPixels || config.Width < 1 || config.Height < 1 {
		return nil, size, errPicture
	}
	picture, err := imaging.Decode(bytes.NewReader(content), imaging.AutoOrientation(true))
	if err != nil {
		return nil, size, err
	}
	if bounds := picture.Bounds(); bounds.Dx() > longestSide || bounds.Dy() > longestSide {
		picture = imaging.Fit(picture, longestSide, longestSide, imaging.Lanczos)
	}
	format := imaging.JPEG
	if kind == "png" {
		format = imaging.PNG
	}
	var out bytes.Buffer
	err = imaging.Encode(&out, picture, format, imaging.JPEGQuality(jpegQuality))
	return out.Bytes(), [2]int{picture.Bounds().Dx(), picture.Bounds().Dy()}, err
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
