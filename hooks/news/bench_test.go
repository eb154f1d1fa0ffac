package news_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/web"
)

// manyPosts are news, announcements and events of many years, past the hooks.
func (v village) manyPosts(n int) {
	v.t.Helper()
	_, err := v.DB().NewQuery(`WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {:n})
		INSERT INTO posts (id, kind, title, slug, body, state, publish_at, expires_at, starts_at, ends_at, hamlet, photos, photo_alts, photo_sizes, created, updated, revision)
		SELECT printf('p%014d', n), CASE n % 4 WHEN 0 THEN 'agenda' WHEN 1 THEN 'announcement' ELSE 'news' END, 'Kabar nomor ' || n, 'kabar-' || n,
			'<p>' || replace(hex(zeroblob(200)), '00', 'isi ') || '</p>', 'published', strftime('%Y-%m-%d %H:%M:%S.000Z', 'now', '-' || n || ' hours'), '',
			CASE WHEN n % 4 = 0 THEN strftime('%Y-%m-%d %H:%M:%S.000Z', 'now', printf('%+d hours', 1000 - n)) ELSE '' END, '', CASE WHEN n % 3 = 0 THEN {:kaja} ELSE '' END,
			'[]', '[]', '{}', strftime('%Y-%m-%d %H:%M:%S.000Z', 'now'), strftime('%Y-%m-%d %H:%M:%S.000Z', 'now'), 1 FROM c`).
		Bind(dbx.Params{"n": n, "kaja": v.Kaja.Id}).Execute()
	v.must(err)
	_, err = v.DB().NewQuery(`INSERT INTO post_slugs (id, slug, post) SELECT id, slug, id FROM posts`).Execute()
	v.must(err)
}

// BenchmarkOpen are the open answers at 20,000 posts, as they are kept, and made
// anew, as happens twice a minute.
func BenchmarkOpen(b *testing.B) {
	v := start(b)
	v.manyPosts(20_000)
	for name, path := range map[string]string{
		"home": "home", "news": "news", "last page": "news?page=700", "post": "news/kabar-9001", "feed": "news.atom", "calendar": "agenda.ics", "agenda": "agenda",
	} {
		request := httptest.NewRequest("GET", web.OpenPath+path, nil)
		request.Header.Set("Accept-Encoding", "gzip")
		ask := func(b *testing.B) {
			request.Body = http.NoBody // the router wraps it anew each time
			answer := httptest.NewRecorder()
			v.Handler.ServeHTTP(answer, request)
			if answer.Code != 200 {
				b.Fatal(answer.Code, answer.Body)
			}
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				ask(b)
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "req/s")
		})
		b.Run(name+" made anew", func(b *testing.B) {
			for b.Loop() {
				v.halfAMinuteLater()
				ask(b)
			}
		})
	}
}
