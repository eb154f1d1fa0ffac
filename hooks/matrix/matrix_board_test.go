package matrix_test

// boardRoutes are what everybody, and what the office, sees of the reports.
func (a archive) boardRoutes() group {
	return group{"The reports", []route{
		{name: "the list for all", method: "GET", path: "/api/open/reports"},
		{name: "all in numbers", method: "GET", path: "/api/open/reports/summary"},
		{name: "the map", method: "GET", path: "/api/open/reports/points"},
		{name: "one that is not there", method: "GET", path: "/api/open/reports/ZZZZ2222"},
		{name: "as a table", method: "GET", path: "/api/open/reports/csv"},
		{name: "as JSON", method: "GET", path: "/api/open/reports/json"},
		{name: "the office's board", method: "GET", path: "/api/reports/board"},
	}}
}
