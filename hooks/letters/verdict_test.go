package letters

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"testing"
	"time"
)

func TestSealed_letter_is_ours_and_whole(t *testing.T) {
	keys, stranger := testKeys(t), testKeys(t)
	file := sealed(t, keys, rendered(t, sampleLetter(t, sampleText())))
	v := VerifySeal(file)
	if !v.Signed || !v.Whole || !v.Intact || !v.By(keys.Certificate()) {
		t.Errorf("%+v", v)
	}
	if v.By(stranger.Certificate()) {
		t.Error("taken for another office's")
	}
}

func TestChange_of_any_byte_is_noticed(t *testing.T) {
	keys := testKeys(t)
	file := sealed(t, keys, rendered(t, sampleLetter(t, sampleText())))
	hole := byteRange.FindSubmatchIndex(file)
	from, to := bytes.IndexByte(file[hole[1]:], '<')+hole[1], 0
	to = from + bytes.IndexByte(file[from:], '>')
	random := rand.New(rand.NewPCG(7, 7))
	for range 300 {
		at := random.IntN(len(file))
		if at > from && at < to {
			continue // inside the signature itself, which holds filling and labels nobody signs
		}
		changed := bytes.Clone(file)
		changed[at] ^= byte(1 + random.IntN(255))
		if VerifySeal(changed).By(keys.Certificate()) {
			t.Fatalf("byte %d of %d", at, len(file))
		}
	}
}

func TestAppended_bytes_make_a_letter_not_whole(t *testing.T) {
	keys := testKeys(t)
	file := sealed(t, keys, rendered(t, sampleLetter(t, sampleText())))
	for _, more := range []string{"\n", "%%EOF\n", "\n1 0 obj\n<<>>\nendobj\n"} {
		v := VerifySeal(append(bytes.Clone(file), more...))
		if v.Whole || v.By(keys.Certificate()) || !v.Intact {
			t.Errorf("%q: %+v", more, v)
		}
	}
	second := sealed(t, keys, file)
	if v := VerifySeal(second); v.Signed {
		t.Error("a file signed twice is no letter of ours")
	}
	if v := VerifySeal(file[:len(file)-1]); v.By(keys.Certificate()) {
		t.Error("cut short")
	}
}

func TestUnsigned_or_foreign_files_are_just_not_signed(t *testing.T) {
	for _, file := range [][]byte{nil, []byte("%PDF-1.7"), rendered(t, sampleLetter(t, "<p>a</p>")),
		[]byte("/ByteRange[0 1 2 3]"), []byte("/ByteRange [0 9999999999 9999999999 9999999999]<>"),
		[]byte("x<>/ByteRange[0 1 3 24]"), []byte("x<3082000100>/ByteRange[0 1 13 24]"),
	} {
		if v := VerifySeal(file); v.Intact || v.Certificate != nil {
			t.Errorf("%q: %+v", file[:min(len(file), 40)], v)
		}
	}
}

func TestSeal_is_refused_outside_the_certificates_time(t *testing.T) {
	keys := testKeys(t)
	pdf := rendered(t, sampleLetter(t, "<p>a</p>"))
	for _, at := range []time.Time{time.Now().AddDate(11, 0, 0), time.Now().AddDate(-1, 0, 0)} {
		if _, err := keys.Seal(context.Background(), pdf, Reason{At: at}); !errors.Is(err, errCertificateOver) {
			t.Error(err)
		}
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := keys.Seal(ctx, pdf, Reason{At: time.Now()}); !errors.Is(err, errSeal) {
		t.Error(err)
	}
	if _, err := keys.Seal(context.Background(), []byte("no pdf"), Reason{At: time.Now()}); !errors.Is(err, errSeal) {
		t.Error(err)
	}
}

func TestReason_with_brackets_and_accents_leaves_the_file_sound(t *testing.T) {
	keys := testKeys(t)
	file, err := keys.Seal(context.Background(), rendered(t, sampleLetter(t, "<p>a</p>")),
		Reason{Text: `Surat (1) \ "Ḍewi ⨩)`, Signer: "Ḍr. I (Gede", Location: "))", At: time.Now()})
	if err != nil || !VerifySeal(file).By(keys.Certificate()) {
		t.Fatal(err)
	}
	tool(t, "qpdf", "--check", saved(t, "reason", file))
}

func FuzzVerifySeal(f *testing.F) {
	keys := testKeys(f)
	f.Add(sealed(f, keys, rendered(f, sampleLetter(f, "<p>a</p>"))))
	f.Add([]byte("x<3082000100>/ByteRange[0 1 13 24]"))
	f.Fuzz(func(t *testing.T, file []byte) { VerifySeal(file) })
}
