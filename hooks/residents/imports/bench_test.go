package imports

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/sheet"
)

func workbookOf(t testing.TB, rows [][]string) []byte {
	t.Helper()
	book, err := newWorkbook()
	if err != nil {
		t.Fatal(err)
	}
	if err := book.headings(machineNames()); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if err := book.add(row); err != nil {
			t.Fatal(err)
		}
	}
	var body bytes.Buffer
	if err := book.finish(&body); err != nil {
		t.Fatal(err)
	}
	return body.Bytes()
}

// BenchmarkImport tells how long reading the file alone, a dry run and an import
// take, and what they need of memory. Run it with -benchtime 3x.
func BenchmarkImport(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		body := workbookOf(b, crowd(n))
		b.Run(fmt.Sprint(n, "/read"), func(b *testing.B) {
			for b.Loop() {
				file, err := sheet.Open(bytes.NewReader(body), int64(len(body)))
				if err != nil {
					b.Fatal(err)
				}
				for _, err := range file.Rows(0) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
		for name, do := range map[string]work{"check": checkIn("id"), "import": commitIn("id")} {
			b.Run(fmt.Sprint(n, "/", name), func(b *testing.B) { benchmark(b, body, n, do) })
		}
	}
}

// BenchmarkPlainInserts is a yardstick for noisy machines: the same people as
// prepared inserts in one transaction, with nothing read, checked or counted.
func BenchmarkPlainInserts(b *testing.B) {
	const n = 100_000
	rows := crowd(n)
	best := time.Hour
	for range b.N {
		app := apptest.New(b, register)
		begun := time.Now()
		err := app.RunInTransaction(func(tx core.App) error {
			fields := []string{"id", "hamlet"}
			for _, c := range plain[:ofOpenSID-6] {
				fields = append(fields, columns[c].field)
			}
			w := newWriter(tx, "")
			defer w.close()
			query := w.insert("residents", append(fields, "nik")...)
			defer query.Close()
			params := dbx.Params{"hamlet": apptest.KajaID}
			for i, row := range rows {
				params["id"], params["nik"] = core.GenerateDefaultRandomId(), row[NIK]
				for _, c := range plain[:ofOpenSID-6] {
					params[columns[c].field] = row[c]
				}
				if _, err := query.Bind(params).Execute(); err != nil {
					return fmt.Errorf("%d: %w", i, err)
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		best = min(best, time.Since(begun))
	}
	b.ReportMetric(best.Seconds(), "best-s")
}

func benchmark(b *testing.B, body []byte, n int, do work) {
	best, peak := time.Hour, uint64(0)
	for range b.N {
		app := apptest.New(b, register)
		batch := received(b, app, "besar.xlsx", body, Options{})
		stop := watchMemory(&peak)
		begun := time.Now()
		batch.Set("choice", ChooseAll)
		if err := do(context.Background(), app, batch, silent); err != nil {
			b.Fatal(err)
		}
		best = min(best, time.Since(begun))
		stop()
		if batch.GetInt("created_count") != n {
			b.Fatal("only ", batch.GetInt("created_count"), batch.GetString("report")[:2000])
		}
	}
	b.ReportMetric(best.Seconds(), "best-s")
	b.ReportMetric(float64(peak)/1e6, "peak-MB")
}

// watchMemory keeps the largest heap it sees.
func watchMemory(peak *uint64) (stop func()) {
	quit := make(chan struct{})
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		var now runtime.MemStats
		for {
			runtime.ReadMemStats(&now)
			*peak = max(*peak, now.HeapInuse+now.StackInuse)
			select {
			case <-quit:
				return
			case <-time.After(50 * time.Millisecond):
			}
		}
	}()
	return func() { close(quit); <-ended }
}
