// M-Desa is a village's own digital counter: one program, one data folder.
package main

import (
	"log"
	"os"

	"github.com/pocketbase/pocketbase"

	"mdesa/hooks"
	"mdesa/hooks/budget"
	"mdesa/hooks/demo"
	"mdesa/hooks/privacy"
	"mdesa/hooks/residents/imports"
	"mdesa/hooks/statistics"
	"mdesa/hooks/web"
)

func main() {
	throwAway := demo.Folder(os.Args)
	app := pocketbase.NewWithConfig(pocketbase.Config{
		DefaultDataDir:   throwAway,
		DBConnect:        web.Connect,
		DataMaxOpenConns: web.DataMaxOpenConns,
		DataMaxIdleConns: web.DataMaxIdleConns,
		AuxMaxOpenConns:  web.AuxMaxOpenConns,
		AuxMaxIdleConns:  web.AuxMaxIdleConns,
	})
	hooks.Register(app)
	commands := append(imports.Commands(app), demo.Command(app, throwAway), privacy.Command(app), budget.Command(app), statistics.Command(app))
	failed := web.Heed(commands...)
	app.RootCmd.AddCommand(commands...)
	if err := app.Start(); err != nil {
		log.Fatal(err)
	}
	if failed() {
		os.Exit(1)
	}
}
