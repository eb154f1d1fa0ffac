package ledger_test

import (
	"testing"

	"mdesa/hooks/residents/ledger"
)

// A register of 100,000 people, each with an entry of their own: the worst that
// the ledger can look like, as imports write sums.
func BenchmarkReportOf100000(b *testing.B) {
	app, months := started(b)
	_, err := app.DB().NewQuery(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
		INSERT INTO population_entries (month, cause, hamlet, sex, citizenship, persons)
		SELECT '` + months[0] + `', 'registered', CASE i % 2 WHEN 0 THEN 'hamletkaja00000' ELSE 'hamletkelod0000' END,
			CASE i % 3 WHEN 0 THEN 'L' ELSE 'P' END, 'WNI', 1 FROM n`).Execute()
	if err != nil {
		b.Fatal(err)
	}
	read := func(b *testing.B) {
		for b.Loop() {
			if _, err := ledger.Read(app, months[2], nil); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Run("months open", read)
	if _, err := ledger.Close(app, months[0], app.Secretary); err != nil {
		b.Fatal(err)
	}
	b.Run("months closed", read)
}
