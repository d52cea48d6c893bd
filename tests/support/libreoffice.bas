' What LibreOffice makes of the files in a folder: for each .docx and .odt the paragraphs after accepting and after
' rejecting all changes and the footnotes, for each .xlsx the cells. Answers lie beside the files. Records end with
' RECORD_END and fields with FIELD_END, control characters that no such file can hold.

Const RECORD_END = 30
Const FIELD_END = 31

Sub Main(folder As String)
    On Error GoTo Failed  ' else LibreOffice would wait for somebody to read the message
    Answer(folder)
    StarDesktop.terminate()
    Exit Sub
Failed:
    Dim stream As Object
    stream = Written(folder & "/failure")
    stream.writeString("line " & Erl & ": " & Error & Chr(RECORD_END))
    stream.closeOutput()
    StarDesktop.terminate()
End Sub

Sub Answer(folder As String)
    Dim files As Variant, n As Integer
    files = CreateUnoService("com.sun.star.ucb.SimpleFileAccess").getFolderContents(folder, False)
    For n = LBound(files) To UBound(files)
        If Right(files(n), 5) = ".docx" Then
            Paragraphs(files(n), ".uno:AcceptAllTrackedChanges", files(n) & ".accepted")
            Paragraphs(files(n), ".uno:RejectAllTrackedChanges", files(n) & ".rejected")
            Footnotes(files(n), files(n) & ".notes")
        ElseIf Right(files(n), 4) = ".odt" Then
            Paragraphs(files(n), ".uno:AcceptAllTrackedChanges", files(n) & ".accepted")
            Paragraphs(files(n), ".uno:RejectAllTrackedChanges", files(n) & ".rejected")
        ElseIf Right(files(n), 5) = ".xlsx" Then
            Cells(files(n), files(n) & ".cells")
        End If
    Next n
End Sub

Sub Paragraphs(url As String, command As String, target As String)
    Dim document As Object, parts As Object, part As Object, stream As Object
    document = Loaded(url)
    CreateUnoService("com.sun.star.frame.DispatchHelper").executeDispatch( _
        document.CurrentController.Frame, command, "", 0, Array())
    stream = Written(target)
    parts = document.Text.createEnumeration()
    Do While parts.hasMoreElements()
        part = parts.nextElement()
        If part.supportsService("com.sun.star.text.Paragraph") Then
            stream.writeString(part.getString() & Chr(RECORD_END))
        End If
    Loop
    stream.closeOutput()
    document.close(True)
End Sub

Sub Footnotes(url As String, target As String)
    Dim document As Object, stream As Object, n As Integer
    document = Loaded(url)
    stream = Written(target)
    For n = 0 To document.Footnotes.Count - 1
        stream.writeString(document.Footnotes.getByIndex(n).getString() & Chr(RECORD_END))
    Next n
    stream.closeOutput()
    document.close(True)
End Sub

Sub Cells(url As String, target As String)
    Dim document As Object, sheet As Object, area As Object, cell As Object, stream As Object
    Dim n As Integer, row As Long, column As Long
    document = Loaded(url)
    stream = Written(target)
    For n = 0 To document.Sheets.Count - 1
        sheet = document.Sheets.getByIndex(n)
        area = sheet.createCursor()
        area.gotoEndOfUsedArea(False)
        For row = 0 To area.RangeAddress.EndRow
            For column = 0 To area.RangeAddress.EndColumn
                cell = sheet.getCellByPosition(column, row)
                stream.writeString(Kind(cell) & Chr(FIELD_END) & cell.getString() & Chr(FIELD_END))
            Next column
            stream.writeString(Chr(RECORD_END))
        Next row
    Next n
    stream.closeOutput()
    document.close(True)
End Sub

Function Kind(cell As Object) As String
    Select Case cell.Type
        Case com.sun.star.table.CellContentType.EMPTY
            Kind = "empty"
        Case com.sun.star.table.CellContentType.TEXT
            Kind = "text"
        Case com.sun.star.table.CellContentType.FORMULA
            Kind = "formula"
        Case Else
            Kind = "value"
    End Select
End Function

Function Loaded(url As String) As Object
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    Loaded = StarDesktop.loadComponentFromURL(url, "_blank", 0, hidden())
End Function

Function Written(url As String) As Object
    Dim stream As Object
    stream = CreateUnoService("com.sun.star.io.TextOutputStream")
    stream.setEncoding("UTF-8")
    stream.setOutputStream(CreateUnoService("com.sun.star.ucb.SimpleFileAccess").openFileWrite(url))
    Written = stream
End Function
