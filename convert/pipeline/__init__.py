"""The stages in order: PDF → Page → Layout → articles → edition → files.

`convert.pipeline.pages` takes one page through the stages that need no other page;
`convert.pipeline.issue` puts the pages of an issue together; `convert.pipeline.folder`
makes the result appear whole or not at all.
"""
