package requests

// PhotoWithPosition lends the sample photo to the tests that use the database.
var PhotoWithPosition = photoWithPosition
