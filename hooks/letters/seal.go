package letters

import (
	"bytes"
	"context"
	"crypto"
	"crypto/x509"
	"strings"
	"time"
	"unicode"

	"github.com/digitorus/pdf"
	"github.com/digitorus/pdfsign/sign"
	"golang.org/x/text/unicode/norm"

	"mdesa/hooks/fault"
)

var (
	errSeal = fault.New(fault.Unavailable, "letter.seal",
		"Surat belum dapat ditandatangani secara elektronik. Coba lagi sebentar; bila tetap gagal, hubungi admin.",
		"The letter cannot be signed electronically right now. Try again shortly; if it still fails, tell the admin.")
	errCertificateOver = fault.New(fault.Unavailable, "letter.certificate_over",
		"Sertifikat tanda tangan kantor tidak berlaku pada tanggal ini. Minta admin memasang sertifikat yang baru.",
		"The office's signing certificate is not valid on this date. Ask the admin to install a new one.")
)

// Reason is what a PDF reader shows about a signature.
type Reason struct {
	Text     string // "Surat Keterangan Domisili 400…/012/DPK/XI/2026"
	Signer   string
	Location string
	At       time.Time
}

// Sealer signs whole PDFs. The office's own key is one; a state service such as
// BSrE's can be another.
type Sealer interface {
	// Seal returns the signed file. It never retries: an outside service that
	// did not answer may have signed all the same.
	Seal(ctx context.Context, pdf []byte, reason Reason) ([]byte, error)
	Kind() string // [OfficeSignature] or [CertifiedSignature]
	Name() string // whose certificate it is
}

// Kind makes the office's keys a [Sealer].
func (k *Keys) Kind() string { return OfficeSignature }

// Name is the name in the office's certificate.
func (k *Keys) Name() string { return k.chain[0].Subject.CommonName }

// Seal signs so that no later change is allowed (DocMDP 1).
func (k *Keys) Seal(ctx context.Context, document []byte, reason Reason) (sealed []byte, err error) {
	if err := ctx.Err(); err != nil {
		return nil, errSeal.Because(err)
	}
	if own := k.chain[0]; reason.At.Before(own.NotBefore) || reason.At.After(own.NotAfter) {
		return nil, errCertificateOver
	}
	reader, err := pdf.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		return nil, errSeal.Because(err)
	}
	var out bytes.Buffer
	out.Grow(len(document) + 16<<10)
	err = sign.Sign(bytes.NewReader(document), &out, reader, int64(len(document)), sign.SignData{
		Signature: sign.SignDataSignature{
			CertType:   sign.CertificationSignature,
			DocMDPPerm: sign.DoNotAllowAnyChangesPerms,
			Info: sign.SignDataSignatureInfo{
				Name: plain(reason.Signer), Reason: plain(reason.Text), Location: plain(reason.Location), Date: reason.At,
			},
		},
		Signer:            k.signer,
		DigestAlgorithm:   crypto.SHA256,
		Certificate:       k.chain[0],
		CertificateChains: [][]*x509.Certificate{k.chain},
	})
	if err != nil {
		return nil, errSeal.Because(err)
	}
	return out.Bytes(), nil
}

// plain brings text into ASCII: pdfsign writes other text as UTF-16 without
// escaping the bytes that look like brackets, which breaks the file.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= ' ' && r < unicode.MaxASCII:
			return r
		case unicode.Is(unicode.Mn, r): // an accent, apart from its letter
			return -1
		}
		return '?'
	}, norm.NFD.String(oneLine(text)))
}
