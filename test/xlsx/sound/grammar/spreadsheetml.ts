/** Annex A.2 (sml.xsd): the workbook and what it shares. A line that is indented goes on with the one before. */
export const WORKBOOKS = `
workbook conformance=text : fileVersion? fileSharing? workbookPr? workbookProtection? bookViews? sheets functionGroups? externalReferences? definedNames? calcPr? oleSize? customWorkbookViews? pivotCaches? smartTagPr? smartTagTypes? webPublishing? fileRecoveryPr* webPublishObjects? extLst?
fileVersion appName=text lastEdited=text lowestEdited=text rupBuild=text : 
workbookPr date1904=bool defaultThemeVersion=count codeName=text filterPrivacy=bool : 
bookViews : workbookView+
workbookView visibility=visible|hidden|veryHidden minimized=bool xWindow=whole yWindow=whole windowWidth=count windowHeight=count tabRatio=count firstSheet=count activeTab=count : 
sheets : sheet+
sheet name!=text sheetId!=count state=visible|hidden|veryHidden r:id!=text : 
externalReferences : externalReference+
externalReference r:id!=text : 
definedNames : definedName+
definedName name!=text comment=text customMenu=text description=text help=text statusBar=text localSheetId=count hidden=bool function=bool vbProcedure=bool xlm=bool functionGroupId=count : #text
calcPr calcId=count calcMode=manual|auto|autoNoTable fullCalcOnLoad=bool iterate=bool iterateCount=count iterateDelta=number fullPrecision=bool calcCompleted=bool forceFullCalc=bool : 
pivotCaches : pivotCache+
pivotCache cacheId!=count r:id!=text : 
extLst : #any
sst count=count uniqueCount=count : si*
si,is : (t | r)* rPh* phoneticPr?
r : rPr? t
t : #text
rPr : (b | i | strike | condense | extend | outline | shadow | u | vertAlign | sz | color | rFont | family | charset | scheme)*
rFont val!=text : 
rPh sb!=count eb!=count : t
phoneticPr fontId!=count type=text alignment=text : 
styleSheet : numFmts? fonts? fills? borders? cellStyleXfs? cellXfs? cellStyles? dxfs? tableStyles? colors? extLst?
numFmts count=count : numFmt+
numFmt numFmtId!=count formatCode!=text : 
fonts count=count : font+
font : b? i? strike? condense? extend? outline? shadow? u? vertAlign? sz? color? name? family? charset? scheme?
b,i,strike,condense,extend,outline,shadow val=bool : 
u val=single|double|singleAccounting|doubleAccounting|none : 
vertAlign val!=baseline|superscript|subscript : 
sz val!=number : 
name val!=text : 
family,charset val!=count : 
scheme val!=none|major|minor : 
color,fgColor,bgColor,tabColor auto=bool indexed=count rgb=argb theme=count tint=number : 
fills count=count : fill+
fill : patternFill | gradientFill
patternFill patternType=none|solid|mediumGray|darkGray|lightGray|darkHorizontal|darkVertical|darkDown|darkUp|darkGrid|darkTrellis|lightHorizontal|lightVertical|lightDown|lightUp|lightGrid|lightTrellis|gray125|gray0625 : fgColor? bgColor?
borders count=count : border+
border diagonalUp=bool diagonalDown=bool outline=bool : left? right? top? bottom? diagonal? vertical? horizontal?
left,right,top,bottom,diagonal,vertical,horizontal style=none|thin|medium|dashed|dotted|thick|double|hair|mediumDashed|dashDot|mediumDashDot|dashDotDot|mediumDashDotDot|slantDashDot : color?
cellStyleXfs,cellXfs count=count : xf+
xf numFmtId=count fontId=count fillId=count borderId=count xfId=count quotePrefix=bool pivotButton=bool applyNumberFormat=bool applyFont=bool applyFill=bool applyBorder=bool applyAlignment=bool applyProtection=bool : alignment? protection?
alignment horizontal=general|left|center|right|fill|justify|centerContinuous|distributed vertical=top|center|bottom|justify|distributed textRotation=count wrapText=bool indent=count relativeIndent=whole justifyLastLine=bool shrinkToFit=bool readingOrder=count : 
protection locked=bool hidden=bool : 
cellStyles count=count : cellStyle+
cellStyle name=text xfId!=count builtinId=count iLevel=count hidden=bool customBuiltin=bool : 
dxfs count=count : dxf*
dxf : font? numFmt? fill? alignment? border? protection?
tableStyles count=count defaultTableStyle=text defaultPivotStyle=text : tableStyle*
calcChain : c+
calcChain/c r!=cell i=whole s=bool l=bool t=bool a=bool : 
externalLink : (externalBook | ddeLink | oleLink) extLst?
externalBook r:id!=text : sheetNames? definedNames? sheetDataSet?
comments : authors commentList extLst?
authors : author*
author : #text
commentList : comment*
comment ref!=cell authorId!=count guid=guid shapeId=count : text
text : (t | r)* rPh* phoneticPr?
`;

/** Sheets and tables. */
export const SHEETS = `
worksheet : sheetPr? dimension? sheetViews? sheetFormatPr? cols* sheetData sheetCalcPr? sheetProtection? protectedRanges? scenarios? autoFilter? sortState? dataConsolidate? customSheetViews? mergeCells? phoneticPr? conditionalFormatting* dataValidations? hyperlinks? printOptions? pageMargins? pageSetup? headerFooter? rowBreaks? colBreaks? customProperties? cellWatches? ignoredErrors? smartTags? drawing? legacyDrawing? legacyDrawingHF? drawingHF? picture? oleObjects? controls? webPublishItems? tableParts? extLst?
sheetPr codeName=text filterMode=bool : tabColor? outlinePr? pageSetUpPr?
outlinePr summaryBelow=bool summaryRight=bool : 
pageSetUpPr autoPageBreaks=bool fitToPage=bool : 
dimension ref!=area : 
sheetViews : sheetView+ extLst?
sheetView showFormulas=bool showGridLines=bool showRowColHeaders=bool showZeros=bool rightToLeft=bool tabSelected=bool topLeftCell=cell zoomScale=count zoomScaleNormal=count workbookViewId!=count view=normal|pageBreakPreview|pageLayout : pane? selection* pivotSelection* extLst?
pane xSplit=number ySplit=number topLeftCell=cell activePane=bottomRight|topRight|bottomLeft|topLeft state=split|frozen|frozenSplit : 
selection pane=bottomRight|topRight|bottomLeft|topLeft activeCell=cell activeCellId=count sqref=areas : 
sheetFormatPr baseColWidth=count defaultColWidth=number defaultRowHeight!=number customHeight=bool zeroHeight=bool outlineLevelRow=count outlineLevelCol=count : 
cols : col+
col min!=count max!=count width=number style=count hidden=bool bestFit=bool customWidth=bool outlineLevel=count collapsed=bool : 
sheetData : row*
row r=count spans=text s=count customFormat=bool ht=number hidden=bool customHeight=bool outlineLevel=count collapsed=bool thickTop=bool thickBot=bool ph=bool : c* extLst?
c r=cell s=count t=b|d|n|e|s|str|inlineStr cm=count vm=count ph=bool : f? v? is? extLst?
f t=normal|array|dataTable|shared aca=bool ref=area ca=bool si=count bx=bool : #text
v : #text
sheetProtection algorithmName=text hashValue=text saltValue=text spinCount=count password=text sheet=bool objects=bool scenarios=bool formatCells=bool formatColumns=bool formatRows=bool insertColumns=bool insertRows=bool insertHyperlinks=bool deleteColumns=bool deleteRows=bool selectLockedCells=bool sort=bool autoFilter=bool pivotTables=bool selectUnlockedCells=bool : 
autoFilter ref=area : filterColumn* sortState? extLst?
filterColumn colId!=count hiddenButton=bool showButton=bool : filters? extLst?
filters blank=bool : filter* dateGroupItem*
filter val=text : 
sortState ref!=area caseSensitive=bool : sortCondition*
sortCondition ref!=area descending=bool : 
mergeCells count=count : mergeCell+
mergeCell ref!=area : 
conditionalFormatting sqref=areas pivot=bool : cfRule+ extLst?
cfRule type=expression|cellIs|colorScale|dataBar|iconSet|top10|uniqueValues|duplicateValues|containsText|notContainsText|beginsWith|endsWith|containsBlanks|notContainsBlanks|containsErrors|notContainsErrors|timePeriod|aboveAverage dxfId=count priority!=count stopIfTrue=bool operator=text text=text : formula* extLst?
formula,formula1,formula2 : #text
dataValidations disablePrompts=bool xWindow=count yWindow=count count=count : dataValidation+
dataValidation type=none|whole|decimal|list|date|time|textLength|custom errorStyle=stop|warning|information imeMode=text operator=between|notBetween|equal|notEqual|lessThan|lessThanOrEqual|greaterThan|greaterThanOrEqual allowBlank=bool showDropDown=bool showInputMessage=bool showErrorMessage=bool errorTitle=text error=text promptTitle=text prompt=text sqref!=areas : formula1? formula2?
hyperlinks : hyperlink+
hyperlink ref!=area r:id=text location=text tooltip=text display=text : 
printOptions horizontalCentered=bool verticalCentered=bool headings=bool gridLines=bool gridLinesSet=bool : 
pageMargins left!=number right!=number top!=number bottom!=number header!=number footer!=number : 
pageSetup paperSize=count scale=count firstPageNumber=count fitToWidth=count fitToHeight=count pageOrder=text orientation=default|portrait|landscape usePrinterDefaults=bool blackAndWhite=bool draft=bool cellComments=text useFirstPageNumber=bool errors=text horizontalDpi=count verticalDpi=count copies=count r:id=text : 
headerFooter differentOddEven=bool differentFirst=bool scaleWithDoc=bool alignWithMargins=bool : oddHeader? oddFooter? evenHeader? evenFooter? firstHeader? firstFooter?
oddHeader,oddFooter,evenHeader,evenFooter,firstHeader,firstFooter : #text
drawing,legacyDrawing,legacyDrawingHF,tablePart r:id!=text : 
tableParts count=count : tablePart*
table id!=count name=text displayName!=text comment=text ref!=area tableType=worksheet|xml|queryTable headerRowCount=count insertRow=bool insertRowShift=bool totalsRowCount=count totalsRowShown=bool published=bool headerRowDxfId=count dataDxfId=count totalsRowDxfId=count headerRowBorderDxfId=count tableBorderDxfId=count totalsRowBorderDxfId=count headerRowCellStyle=text dataCellStyle=text totalsRowCellStyle=text connectionId=count : autoFilter? sortState? tableColumns tableStyleInfo? extLst?
tableColumns count=count : tableColumn+
tableColumn id!=count uniqueName=text name!=text totalsRowFunction=none|sum|min|max|average|count|countNums|stdDev|var|custom totalsRowLabel=text queryTableFieldId=count headerRowDxfId=count dataDxfId=count totalsRowDxfId=count headerRowCellStyle=text dataCellStyle=text totalsRowCellStyle=text : calculatedColumnFormula? totalsRowFormula? xmlColumnPr? extLst?
calculatedColumnFormula,totalsRowFormula array=bool : #text
tableStyleInfo name=text showFirstColumn=bool showLastColumn=bool showRowStripes=bool showColumnStripes=bool : 
metadata : metadataTypes? metadataStrings? mdxMetadata? futureMetadata* cellMetadata? valueMetadata? extLst?
metadataTypes count=count : metadataType+
metadataType name!=text minSupportedVersion!=count ghostRow=bool ghostCol=bool edit=bool delete=bool copy=bool pasteAll=bool pasteFormulas=bool pasteValues=bool pasteFormats=bool pasteComments=bool pasteDataValidation=bool pasteBorders=bool pasteColWidths=bool pasteNumberFormats=bool merge=bool splitFirst=bool splitAll=bool rowColShift=bool clearAll=bool clearFormats=bool clearContents=bool clearComments=bool assign=bool coerce=bool adjust=bool cellMeta=bool : 
futureMetadata name!=text count=count : bk* extLst?
futureMetadata/bk,cellMetadata/bk : rc* extLst?
bk : rc* extLst?
rc t!=count v!=count : 
cellMetadata count=count : bk+
`;
