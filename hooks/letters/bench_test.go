package letters

import (
	"context"
	"testing"
	"time"
)

func BenchmarkRenderAndSeal(b *testing.B) {
	keys := testKeys(b)
	l := sampleLetter(b, sampleText())
	at := time.Now()
	b.ReportAllocs()
	for b.Loop() {
		pdf, err := Render(l)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := keys.Seal(context.Background(), pdf, Reason{Text: l.Title, Signer: l.Signature.Name, At: at}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseAndFill(b *testing.B) {
	names, values, source := NamesOf(business()), ValuesOf(facts()), sampleText()
	b.ReportAllocs()
	for b.Loop() {
		template, _ := Parse(source, names)
		template.Fill(values)
	}
}
