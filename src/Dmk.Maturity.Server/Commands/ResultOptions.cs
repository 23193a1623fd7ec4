using System.CommandLine;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>What every command that reads results of a study asks for.</summary>
internal sealed class ResultOptions
{
    private readonly Argument<string> _id = StudyCommands.StudyId();
    private readonly Option<string?> _index = new("--index")
    {
        Description = "An index of the study; its first one by default.",
        HelpName = "ID",
    };
    private readonly Option<string> _node = new("--node")
    {
        Description = "A dimension or an indicator; total is the index itself.",
        DefaultValueFactory = _ => ResultRequest.WholeIndex,
        HelpName = "ID",
    };
    private readonly Option<Role> _role = Settings.Role(
        "As whom: an economist or a ministry sees the shown state, an operator or an administrator every submission."
    );
    private readonly Option<Language> _language = Settings.Choice("--language", "Of the names.", Language.English);
    private readonly Option<ResultFormat> _format;
    private readonly Option<string> _data = Settings.Data();
    private readonly Option<string> _questionnaires = Settings.Questionnaires();

    /// <param name="usual">The format in which the command writes unless it is told.</param>
    public ResultOptions(ResultFormat usual = ResultFormat.Table) =>
        _format = Settings.Choice("--format", "How the result is written.", usual);

    /// <summary>Adds them to a command.</summary>
    public T On<T>(T command)
        where T : Command
    {
        command.Arguments.Add(_id);
        foreach (var option in new System.CommandLine.Option[] { _index, _node, _role, _language, _data, _questionnaires })
        {
            command.Options.Add(option);
        }

        return command;
    }

    /// <summary>Lets it write in several formats.</summary>
    public T InFormats<T>(T command)
        where T : Command
    {
        command.Options.Add(_format);
        return command;
    }

    public ServerSettings Server(ParseResult parsed) => new(parsed.GetValue(_data)!, parsed.GetValue(_questionnaires)!);

    public Language LanguageOf(ParseResult parsed) => parsed.GetValue(_language);

    public ResultFormat FormatOf(ParseResult parsed) => parsed.GetValue(_format);

    public async Task<ResultRequest> Request(ParseResult parsed, IServiceProvider services, CancellationToken cancellation) =>
        new()
        {
            Study = await FolderWork.Study(services, parsed.GetValue(_id)!, cancellation),
            Index = parsed.GetValue(_index),
            Node = parsed.GetValue(_node)!,
            Audience = new(parsed.GetValue(_role), null, "command line"),
        };
}
